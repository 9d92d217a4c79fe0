//! The hashes that an `integrity` attribute names, of the files that an article needs.

use std::path::Path;

use crate::failure::Result;
use crate::project::write;
use crate::setup::Tools;

/// The file that has them.
pub const FILE: &str = "integrity.json";

/// Writes `integrity.json` beside the files: their names, and `sha384-…` for each.
pub fn write_for(folder: &Path, names: &[String], tools: &Tools) -> Result<()> {
    const SCRIPT: &str = "
        const hash = (file) => require('crypto')
            .createHash('sha384').update(require('fs').readFileSync(file)).digest('base64');
        const all = process.argv.slice(1).map((file) => [file, `sha384-${hash(file)}`]);
        console.log(JSON.stringify(Object.fromEntries(all), null, 2));";
    let json =
        tools.program_in("node", folder)?.args(["--eval", SCRIPT, "--"]).args(names).read()?;
    write(&folder.join(FILE), &json)
}
