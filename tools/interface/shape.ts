/** Compares contract/interface.json with its shape: a name that is missing or wrong fails the check. */
import type { Interface } from './interface';
import data from '../../contract/interface.json';

const checked: Interface = data;
export default checked;
