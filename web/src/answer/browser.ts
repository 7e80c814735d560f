// SPDX-License-Identifier: Apache-2.0

/// What the browser is that opened the link, as far as it changes what the respondent should do.

/** The browser inside a messaging or social app: it forgets what it holds and cannot keep the page. */
export const isInsideApp = (agent: string): boolean =>
  /FBAN|FBAV|FB_IAB|Instagram|WhatsApp|Line\/|MicroMessenger|Telegram|Snapchat|; wv\)/.test(agent);

interface InstallOffer extends Event {
  prompt(): Promise<void>;
}

let offer: InstallOffer | undefined;

/** Holds back the browser's own offer to put the page on the home screen until the survey makes it. */
export function awaitInstallOffer(onoffer: () => void): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = event as InstallOffer;
    onoffer();
  });
}

export async function acceptInstallOffer(): Promise<void> {
  await offer?.prompt();
  offer = undefined;
}

/** Has the browser keep what it scrolls to, such as the field that has the focus, out from under a bar that stays.
 * @param height  Of the bar, in CSS pixels. */
export function keepClear(edge: 'top' | 'bottom', height: number): void {
  document.documentElement.style.setProperty(`scroll-padding-${edge}`, `${height + 8}px`);
}
