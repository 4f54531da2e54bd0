// A photo of a slip's QR, where the browser can read one. Nothing leaves the page.
import { $, page } from './show.js';

export async function offerPhotos(taken) {
    const known = (await globalThis.BarcodeDetector?.getSupportedFormats?.().catch(() => [])) ?? [];
    if (!known.includes('qr_code')) return;
    $('photoLine').hidden = false;
    $('photo').addEventListener('change', async (event) => {
        const [file] = event.target.files;
        if (!file) return;
        $('photoSaid').textContent = '';
        try {
            const detector = new BarcodeDetector({ formats: ['qr_code'] });
            const found = await detector.detect(await createImageBitmap(file));
            const slip = found.find((one) => /^TEKEN[0-9]+:/.test(one.rawValue));
            if (!slip) throw new Error('no slip in the photo');
            taken(slip.rawValue);
        } catch {
            $('photoSaid').textContent = page.words.photoNone;
        }
    });
}
