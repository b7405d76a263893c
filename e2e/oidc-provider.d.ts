declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  /** As much of the package as the tests use; it ships no types. */
  // biome-ignore lint/style/noDefaultExport: so the package has it
  export default class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    callback(): RequestListener;
  }
}
