// SPDX-License-Identifier: Apache-2.0
import type { NetworkNode } from '$lib/api/schema';
import { download, framed, type Caption } from '$lib/download';
import type { DrawnTie } from '$lib/graph/strands';

/** A drawing with its caption as a PDF. */
export async function savePdf(file: string, shown: SVGSVGElement, caption: Caption) {
  const { pdfOf } = await import('$lib/pdf_drawing');
  const bytes = pdfOf(framed(shown, caption), caption.title);
  download(`${file}.pdf`, new Blob([bytes], { type: 'application/pdf' }));
}

/** @param about  What the file says of itself: title, source, stamp. */
export async function saveGraph(file: string, nodes: NetworkNode[], ties: DrawnTie[], about: string) {
  const { graphml } = await import('$lib/graph/graphml');
  download(`${file}.graphml`, new Blob([graphml(nodes, ties, about)], { type: 'application/xml' }));
}
