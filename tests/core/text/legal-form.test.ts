import { describe, expect, it } from 'vitest';
import { withLegalForm } from '@/core/text/legal-form';

/** The span of the marked name, with its legal form. */
function extended(text: string): string {
  const start = text.indexOf('[');
  const end = text.indexOf(']') - 1;
  const plain = text.replace('[', '').replace(']', '');
  const span = withLegalForm(plain, start, end);
  return plain.slice(span.start, span.end);
}

describe('withLegalForm', () => {
  it.each([
    ['[Boeing] Co. said', 'Boeing Co.'],
    ['[Amazon.com] Inc. said', 'Amazon.com Inc.'],
    ['[Rocket Lab] USA, Inc. said', 'Rocket Lab USA, Inc.'],
    ['[Landspace] Technology Corp. said', 'Landspace Technology Corp.'],
    ['[Arianespace] SA. Then', 'Arianespace SA'],
    ['[Isar Aerospace] SE and', 'Isar Aerospace SE'],
    [
      'Beijing [Galaxy Space] Internet Technology Co., Ltd. has',
      'Beijing Galaxy Space Internet Technology Co., Ltd.',
    ],
    ['[蓝箭航天]空间科技股份有限公司上市', '蓝箭航天空间科技股份有限公司'],
    ['北京[星际荣耀]空间科技有限公司', '北京星际荣耀空间科技有限公司'],
    ['[星河动力]（北京）空间科技有限公司', '星河动力（北京）空间科技有限公司'],
    ['[台灣晉陞]太空股份有限公司', '台灣晉陞太空股份有限公司'],
  ])('%s', (text, whole) => {
    expect(extended(text)).toBe(whole);
  });

  it.each([
    ['no form', '[Boeing] said', 'Boeing'],
    ['business words alone', '[Landspace] Technology grows', 'Landspace'],
    ['a word that begins like a form', '[Boeing] Company-wide Corporate', 'Boeing Company'],
    ['a form behind a full stop', '[Boeing]. Inc. is', 'Boeing'],
    ['公司 alone', '[SpaceX]公司', 'SpaceX'],
    ['another word', '[蓝箭航天]火箭发射', '蓝箭航天'],
    ['a place without a form', '北京[星际荣耀]发射', '星际荣耀'],
  ])('%s', (_, text, whole) => {
    expect(extended(text)).toBe(whole);
  });
});
