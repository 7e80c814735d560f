// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { fieldOf, problemOf } from './problem';

test('a problem document keeps its reason and every broken field', () => {
  const body = {
    status: 422,
    code: 'invalid',
    errors: [{ pointer: '/name', code: 'too_long', params: { max: 200 } }],
  };
  expect(problemOf(422, body)).toEqual({
    status: 422,
    code: 'invalid',
    errors: [{ pointer: '/name', code: 'too_long', params: { max: 200 } }],
  });
});

test('an answer that is no problem document is worded by its status', () => {
  expect(problemOf(412, undefined).code).toBe('changed_meanwhile');
  expect(problemOf(502, '<html>').code).toBe('server_failed');
});

test('a reason wins over the general code', () => {
  expect(problemOf(401, { code: 'not_signed_in', reason: 'link_replaced' }).code).toBe('link_replaced');
});

test('a pointer leads to the field of the form', () => {
  expect(fieldOf('/contact_email')).toBe('contact_email');
  expect(fieldOf('/wording/en')).toBe('wording');
});
