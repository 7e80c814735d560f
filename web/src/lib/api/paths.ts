// SPDX-License-Identifier: Apache-2.0
import type * as s from './schema';

/// The routes in the shape that openapi-fetch reads.

type Json<T> = { content: { 'application/json': T } };
type None = undefined;
type Parameters<Path, Query> = { query?: Query } & (Path extends None
  ? { path?: undefined }
  : { path: Path });
interface Reads<Reply, Path = None, Query = Record<never, never>> {
  parameters: Parameters<Path, Query>;
  responses: { 200: Json<Reply> };
}
interface Writes<Body, Reply, Path = None> {
  parameters: Parameters<Path, Record<never, never>>;
  requestBody: Json<Body>;
  responses: { 200: Json<Reply> };
}
interface Acts<Reply, Path = None> {
  parameters: Parameters<Path, Record<never, never>>;
  responses: { 200: Json<Reply> };
}
type Id = { id: string };
type OfCluster = { cluster_id: string };

export interface paths {
  '/api/session': {
    get: Reads<s.Session>;
    post: Writes<{ email: string; password: string }, s.Session>;
    delete: Acts<None>;
  };
  '/api/reference/{list}': { get: Reads<{ items: s.ReferenceTerm[] }, { list: string }> };
  '/api/countries': { get: Reads<{ items: s.Country[] }> };
  '/api/clusters': {
    get: Reads<s.Page<s.Cluster>, None, { mine?: boolean; q?: string; limit?: number; after?: string }>;
  };
  '/api/clusters/{id}': { get: Reads<s.Cluster, Id> };
  '/api/clusters/{cluster_id}/members': {
    get: Reads<s.Page<s.Membership>, OfCluster, { limit?: number; after?: string }>;
  };
  '/api/clusters/{cluster_id}/profiles': {
    get: Reads<s.Page<s.Membership>, OfCluster, { limit?: number; after?: string }>;
  };
  '/api/memberships/{id}': {
    patch: Writes<Partial<s.MembershipDraft> & { left_on?: string | null }, s.Membership, Id>;
    delete: Acts<None, Id>;
  };
  '/api/clusters/{cluster_id}/waves': {
    get: Reads<s.Page<s.Wave>, OfCluster>;
    post: Writes<
      { title: string; is_baseline: boolean; closes_at?: string; languages?: string[] },
      s.Wave,
      OfCluster
    >;
  };
  '/api/waves/{id}': { get: Reads<s.WaveDetail, Id> };
  '/api/waves/{id}/open': { post: Acts<s.Wave, Id> };
  '/api/waves/{id}/close': { post: Acts<s.Wave, Id> };
  '/api/waves/{id}/reopen': { post: Acts<s.Wave, Id> };
  '/api/waves/{id}/freeze': { post: Acts<s.Wave, Id> };
  '/api/waves/{id}/links': { get: Reads<{ items: s.WaveLink[] }, Id> };
  '/api/waves/{id}/links/{respondent_id}/reissue': { post: Acts<s.WaveLink, Id & { respondent_id: string }> };
  '/api/waves/{id}/links/send': { post: Writes<{ respondent_ids: string[] }, { queued: number }, Id> };
  '/api/waves/{id}/network': { get: Reads<s.Network, Id> };
}
