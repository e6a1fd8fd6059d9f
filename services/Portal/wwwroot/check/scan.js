// Reads QR codes from the camera: with the browser's own detector where there is one, otherwise with the decoder that is kept beside this page.
const EVERY_MS = 150;

async function detector() {
  if ('BarcodeDetector' in window && (await window.BarcodeDetector.getSupportedFormats()).includes('qr_code')) return new window.BarcodeDetector({ formats: ['qr_code'] });
  const { decodeQR } = await import('/check/qr/decode.js');
  return {
    async detect(canvas) {
      try {
        return [{ rawValue: decodeQR(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)) }];
      } catch {
        return [];    // no code in this picture
      }
    },
  };
}

// Shows the camera in the video element until a code was read, or until told to stop.
export async function scan(video, stopped) {
  const [camera, reader] = await Promise.all([navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 960 } } }), detector()]);
  try {
    video.srcObject = camera;
    video.hidden = false;
    await video.play();
    const canvas = document.createElement('canvas');
    while (!stopped.aborted) {
      canvas.width = video.videoWidth;
      canvas.height = video.videoHeight;
      canvas.getContext('2d', { willReadFrequently: true }).drawImage(video, 0, 0);
      const [found] = await reader.detect(canvas);
      if (found) return found.rawValue;
      await new Promise(next => setTimeout(next, EVERY_MS));
    }
    return null;
  } finally {
    camera.getTracks().forEach(track => track.stop());
    video.hidden = true;
    video.srcObject = null;
  }
}
