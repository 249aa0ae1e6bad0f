// Invented papers, drawn by the browser itself: a phone photo, a picture and a document.

const DRAWING = `<body style="font:40px sans-serif;margin:60px"><h1>GIẤY CHỨNG SINH</h1><p>Bản vẽ để thử, không phải giấy thật.</p>
<p>Số: GCS-0000</p><p>BỆNH VIỆN KHÔNG CÓ THẬT</p></body>`;

/** `{ photo, picture, document }`, each as Playwright takes files. */
export async function drawPapers(browser) {
  const page = await browser.newPage({ viewport: { width: 900, height: 1200 } });
  try {
    await page.setContent(DRAWING);
    return {
      photo: { name: "anh-chup.jpg", mimeType: "image/jpeg", buffer: await page.screenshot({ type: "jpeg", quality: 80 }) },
      picture: { name: "giay-chung-sinh.png", mimeType: "image/png", buffer: await page.screenshot() },
      document: { name: "giay-to.pdf", mimeType: "application/pdf", buffer: await page.pdf({ format: "A4" }) },
    };
  } finally {
    await page.close();
  }
}
