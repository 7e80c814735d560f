// SPDX-License-Identifier: Apache-2.0

/** A choice in the search form takes effect at once, and empty fields do not clutter the address. */
export function enhanceFilters(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form.k-search')) {
    form.classList.add('is-enhanced');
    form.addEventListener('change', (event) => {
      if (event.target instanceof HTMLSelectElement) form.requestSubmit();
    });
    form.addEventListener('formdata', (event) => {
      for (const [name, value] of [...event.formData]) if (value === '') event.formData.delete(name);
    });
  }
}
