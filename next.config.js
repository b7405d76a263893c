/** @type {import('next').NextConfig} */
const config = {
  reactCompiler: true,
  poweredByHeader: false,
  agentRules: false,
  typedRoutes: false,
  serverExternalPackages: ['pg', 'pino', '@node-rs/argon2'],
  images: { unoptimized: true },
  experimental: { agentUpgrade: false },
};

export default config;
