// SPDX-License-Identifier: Apache-2.0
import type { OwnNetwork } from '$lib/api/schema';
import { device } from '../phone';
import { request } from '../server';

/// The few requests of *Your network*.

export const loadNetwork = () =>
  request<OwnNetwork>('GET', `/network?device=${encodeURIComponent(device())}`);

export const setShared = (is_shared: boolean) => request<undefined>('PUT', '/network/sharing', { is_shared });

export const dispute = (question: string, member: string) =>
  request<undefined>('PUT', `/network/disputes/${question}/${member}`);

export const withdrawDispute = (question: string, member: string) =>
  request<undefined>('DELETE', `/network/disputes/${question}/${member}`);

export const confirmAll = () => request<undefined>('POST', '/network/reply');
