// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency, ifMatch } from '$lib/api/client.svelte';
import { offline, problemOf, type Problem, type Result } from '$lib/api/problem';
import type { Attachment, AttachmentPatch, AttachmentPurpose } from '$lib/api/schema';
import type { Kind } from '../profiles/drafts';

/// Logo, photos and documents of a record: sending, describing, ordering, removing.

/** Of which record. */
export interface AttachmentOwner {
  kind: Kind;
  id: string;
}

/** The limits that are said beside the button; the server holds files against the same. */
export const largestMegabytes = 10;
export const mostMegapixels = 40;

const pictures = 'image/png,image/jpeg,image/webp';
export const accepted: Record<AttachmentPurpose, string> = {
  logo: pictures,
  photo: pictures,
  document: 'application/pdf',
};

const ofOrganization = (id: string) => ({ params: { path: { id } } });
const ofCluster = (cluster_id: string) => ({ params: { path: { cluster_id } } });

export const listAttachments = ({ kind, id }: AttachmentOwner) =>
  kind === 'organization'
    ? ask(api.GET('/api/organizations/{id}/attachments', ofOrganization(id)))
    : ask(api.GET('/api/clusters/{cluster_id}/attachments', ofCluster(id)));

export function describeAttachment(
  { kind, id }: AttachmentOwner,
  seen: Attachment,
  body: AttachmentPatch,
): Promise<Result<Attachment>> {
  const [attachment_id, header] = [seen.id, ifMatch(seen)];
  return kind === 'organization'
    ? ask(
        api.PATCH('/api/organizations/{id}/attachments/{attachment_id}', {
          params: { path: { id, attachment_id }, header },
          body,
        }),
      )
    : ask(
        api.PATCH('/api/clusters/{cluster_id}/attachments/{attachment_id}', {
          params: { path: { cluster_id: id, attachment_id }, header },
          body,
        }),
      );
}

export function removeAttachment({ kind, id }: AttachmentOwner, seen: Attachment): Promise<Result<unknown>> {
  const [attachment_id, header] = [seen.id, ifMatch(seen)];
  return kind === 'organization'
    ? ask(
        api.DELETE('/api/organizations/{id}/attachments/{attachment_id}', {
          params: { path: { id, attachment_id }, header },
        }),
      )
    : ask(
        api.DELETE('/api/clusters/{cluster_id}/attachments/{attachment_id}', {
          params: { path: { cluster_id: id, attachment_id }, header },
        }),
      );
}

export const orderAttachments = ({ kind, id }: AttachmentOwner, ids: string[]) =>
  kind === 'organization'
    ? ask(api.PUT('/api/organizations/{id}/attachments/order', { ...ofOrganization(id), body: { ids } }))
    : ask(api.PUT('/api/clusters/{cluster_id}/attachments/order', { ...ofCluster(id), body: { ids } }));

const tooLarge = (): Problem => ({
  status: 413,
  code: 'invalid',
  errors: [{ pointer: '/file', code: 'picture_too_large', params: { max: largestMegabytes } }],
});

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Sends a file as it is. `fetch` cannot say how far it has come; the older request can. */
export function uploadAttachment(
  { kind, id }: AttachmentOwner,
  purpose: AttachmentPurpose,
  file: File,
  onprogress: (share: number) => void,
): Promise<Result<Attachment>> {
  if (file.size > largestMegabytes * 1024 * 1024) return Promise.resolve({ ok: false, problem: tooLarge() });
  const query = new URLSearchParams({ purpose, file_name: file.name });
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/${kind}s/${id}/attachments?${query.toString()}`);
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.setRequestHeader('Idempotency-Key', idempotency()['Idempotency-Key']);
    request.upload.onprogress = ({ loaded, total }) => onprogress(total > 0 ? loaded / total : 0);
    request.onerror = () => resolve({ ok: false, problem: offline });
    request.onload = () => {
      const body = parsed(request.responseText);
      resolve(
        request.status === 201
          ? { ok: true, value: body as Attachment }
          : { ok: false, problem: problemOf(request.status, body) },
      );
    };
    request.send(file);
  });
}

/** The smallest size of a picture, for the list of the editor. */
export const thumbnail = (attachment: Attachment): string =>
  `/files/${attachment.id}/${attachment.sizes[0]?.name ?? ''}`;

/** The ids with one of them moved a place ahead. */
export function movedAhead(ids: string[], id: string): string[] {
  const at = ids.indexOf(id);
  const before = ids[at - 1];
  return before === undefined ? ids : [...ids.slice(0, at - 1), id, before, ...ids.slice(at + 1)];
}
