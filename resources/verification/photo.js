// The QR code in a photograph, by the browser where it can, else by jsQR, which is loaded when a photo is chosen.
'use strict';

const PHOTO = (() => {
  // The longer side, in pixels: large enough for the code on a photographed page, small enough for a telephone.
  const SIDES = [1600, 2600, 1000, 3600];
  let library = null;

  function load() {
    library ??= new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = 'jsqr.js';
      script.onload = () => resolve(window.jsQR);
      script.onerror = reject;
      document.head.append(script);
    });
    return library;
  }

  async function byBrowser(picture) {
    if (!('BarcodeDetector' in window)) return null;
    try {
      const found = await new BarcodeDetector({formats: ['qr_code']}).detect(picture);
      return found.length ? found[0].rawValue : null;
    } catch (error) {  // it is there, and knows no QR codes
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
      return null;
    }
  }

  function pixels(picture, side) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height)), canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const context = canvas.getContext('2d', {willReadFrequently: true});
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return context.getImageData(0, 0, canvas.width, canvas.height);
  }

  async function byLibrary(picture) {
    const jsQR = await load(), longest = Math.max(picture.width, picture.height);
    const useful = SIDES.filter((side, place) => side < longest || !SIDES.slice(0, place).some(before => before >= longest));
    for (const side of useful) {
      await new Promise(resolve => setTimeout(resolve));  // the page stays alive in between
      const {data, width, height} = pixels(picture, side), found = jsQR(data, width, height, {inversionAttempts: 'dontInvert'});
      if (found && found.data) return found.data;
    }
    return null;
  }

  // The code's text; null where there is none to be read, or the file is no picture.
  async function read(file) {
    let picture;
    try {
      picture = await createImageBitmap(file);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      return null;
    }
    const text = await byBrowser(picture) || await byLibrary(picture);
    picture.close();
    return text && text.trim();
  }

  return {read};
})();
