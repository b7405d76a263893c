/** @type {import('next').NextConfig} */
const config = {
  reactCompiler: true,
  poweredByHeader: false,
  agentRules: false,
  typedRoutes: false,
  serverExternalPackages: ['pg', 'pino', '@node-rs/argon2'],
  images: { unoptimized: true },
  // `npm run check` does it; a start from a fresh clone need not wait for it.
  typescript: { ignoreBuildErrors: true },
  experimental: { agentUpgrade: false },
};

export default config;
