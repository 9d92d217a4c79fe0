// @ts-check
/**
 * Programs that run beside the tests. Each has a process group of its own, so that what it starts
 * in turn (a driver its browser, the browser its network process) ends with it, however the tests end.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { within } from './interface.mjs';

/** The groups that are to be ended. @type {Set<number>} */
const groups = new Set();

/**
 * @param {number} group
 * @param {NodeJS.Signals} signal
 */
function kill(group, signal) {
  try {
    process.kill(-group, signal);
  } catch {
    // It has ended by itself.
  }
}

/** Folders that nobody needs after the tests. @type {Set<string>} */
const folders = new Set();

process.on('exit', () => {
  for (const group of groups) kill(group, 'SIGKILL');
  for (const folder of folders) {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // Somebody who is just ending still writes there; the system clears the folder some day.
    }
  }
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => process.exit(1));
}

/**
 * Starts a program.
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} [env] added to that of the tests
 */
export function startProgram(program, args, env = {}) {
  const child = spawn(program, args, {
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const { pid } = child;
  if (pid) groups.add(pid);
  /** The end of what it has complained about. */
  let complaint = '';
  child.stderr?.on('data', (piece) => (complaint = (complaint + piece).slice(-2000)));
  const over = new Promise((/** @type {(why: string) => void} */ resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) =>
      resolve(`${program} ended (${code ?? signal}). ${complaint.trim()}`),
    );
  });
  return {
    /** What it writes to its third descriptor. */
    third: /** @type {import('node:stream').Readable} */ (child.stdio[3]),
    /** Why it has ended, once it has. */
    over,
    /** Ends it and what it has started, and waits for that. */
    async end() {
      if (!pid) return;
      // The X server takes its lock file away when it is asked to end, and not when it is made to.
      kill(pid, 'SIGTERM');
      await within(3000, program, over).catch(() => {});
      kill(pid, 'SIGKILL');
      await over;
      groups.delete(pid);
    },
  };
}

/** A new folder, which goes with the tests. @param {string} name */
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  folders.add(folder);
  return folder;
}

/** A port at which nobody listens just now. @returns {Promise<number>} */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
