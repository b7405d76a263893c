import type { MetadataRoute } from 'next';

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Porchlight',
    short_name: 'Porchlight',
    description: 'The shared direct-message inbox for brands that keep their door open.',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#f8f7f4',
    theme_color: '#f2f0ec',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icons/192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
}
