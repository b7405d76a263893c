import { conformance } from './run';

const [file] = process.argv.slice(2);
if (!file) throw new Error('Give the path of an OpenAPI document.');
const { checked, failures } = await conformance(file);
for (const failure of failures) process.stderr.write(`${failure}\n`);
process.stdout.write(
  `${checked - failures.length} of ${checked} answers are as the document says\n`,
);
process.exitCode = failures.length > 0 || checked === 0 ? 1 : 0;
