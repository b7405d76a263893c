import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleFile } from './bundles.mjs';
import { print } from './say.mjs';

/** Says where everything is and how to get in. */
export async function greet({ root, home, stack, mode }) {
  const { urls, hasDemo } = stack;
  print();
  print(`  Porchlight   ${urls.app}`);
  if (urls.sandbox) print(`  Sandbox      ${urls.sandbox}   (play a customer there)`);
  if (hasDemo) await showSignIns(root);
  print();
  if (mode === 'production') print(`  Logs are in ${path.relative(root, home)}/logs.`);
  print('  Ctrl-C stops everything.');
  print();
}

async function showSignIns(root) {
  const { demoPassword, team } = await import(pathToFileURL(bundleFile(root, 'team')).href);
  print();
  print(`  Sign in as one of these, with the password ${demoPassword}`);
  const width = Math.max(...team.map(({ email }) => email.length));
  for (const { email, name, roles } of team) {
    print(`    ${email.padEnd(width)}   ${name}, ${roles.join(' and ')}`);
  }
}
