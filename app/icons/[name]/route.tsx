import { ImageResponse } from 'next/og';
import { asDataUrl, sign } from '@/components/shell/sign';

/** The app's sign as pictures, for what cannot show the drawing. `maskable` fills its whole square. */
const icons: Record<string, { size: number; maskable?: true }> = {
  '192.png': { size: 192 },
  '512.png': { size: 512 },
  'maskable-512.png': { size: 512, maskable: true },
};

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return Object.keys(icons).map((name) => ({ name }));
}

type Props = { params: Promise<{ name: string }> };

export async function GET(_: Request, { params }: Props): Promise<Response> {
  const icon = icons[(await params).name];
  if (!icon) return new Response(null, { status: 404 });
  const { size, maskable } = icon;
  // Whatever lies outside four fifths of a maskable sign may be cut away.
  const drawing = maskable ? sign({ corner: 0, scale: 0.75 }) : sign();
  // biome-ignore lint/performance/noImgElement: it is drawn here, not loaded by a page
  return new ImageResponse(<img alt="" width={size} height={size} src={asDataUrl(drawing)} />, {
    width: size,
    height: size,
  });
}
