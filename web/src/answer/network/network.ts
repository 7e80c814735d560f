// SPDX-License-Identifier: Apache-2.0
import type { OwnNetwork } from '$lib/api/schema';
import { device } from '../phone';
import { request } from '../server';

/// The few requests of *Your network*.

export const loadNetwork = () =>
  request<OwnNetwork>('GET', `/network?device=${encodeURIComponent(device())}`);

// Each says for whom: another link may have been opened in this browser since.
export const setShared = (is_shared: boolean, owner: string) =>
  request<undefined>('PUT', '/network/sharing', { is_shared }, owner);

export const dispute = (question: string, member: string, owner: string) =>
  request<undefined>('PUT', `/network/disputes/${question}/${member}`, undefined, owner);

export const withdrawDispute = (question: string, member: string, owner: string) =>
  request<undefined>('DELETE', `/network/disputes/${question}/${member}`, undefined, owner);

export const confirmAll = (owner: string) => request<undefined>('POST', '/network/reply', undefined, owner);
