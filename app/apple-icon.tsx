import { ImageResponse } from 'next/og';
import { asDataUrl, sign } from '@/components/shell/sign';

export const size = { width: 180, height: 180 };
export const contentType = 'image/png';

/** For the home screen of an Apple device, which rounds the corners itself. */
export default function AppleIcon(): ImageResponse {
  const drawing = sign({ corner: 0, scale: 0.9 });
  // biome-ignore lint/performance/noImgElement: it is drawn here, not loaded by a page
  return new ImageResponse(<img alt="" {...size} src={asDataUrl(drawing)} />, size);
}
