/*
 * Legal forms that may follow a company's name and then belong to it (`Boeing Co.`, 蓝箭航天空间科技股份有限公司).
 */

/** Words of a full name that only a legal form makes part of it: `Landspace Technology Corp.`, `Rocket Lab USA, Inc.` */
const BUSINESS =
  /^(?: (?:Technology|Technologies|Space|Aerospace|Satellite|Systems?|Science and (?:Technology|Industry)|Group|Holdings?|International|Industries|Internet|Services|USA|US|UK))*/;

/** Only abbreviations take a full stop: behind `SA` or `Limited` it ends the sentence. */
const LATIN =
  /^(?:,? (?:(?:Inc|Corp|Co|Ltd|Pty|Pte|Pvt|L\.L\.C|L\.P|S\.A|S\.p\.A|S\.r\.l|N\.V|B\.V|K\.K)(?![\w\u00ad\u200b])\.?|(?:Incorporated|Corporation|Company|Limited|LLC|LLP|PLC|plc|SA|SE|SpA|Srl|SAS|AG|GmbH|KG|NV|BV|AB|Oy|ASA|JSC)(?![\w\u00ad\u200b])))+/;

const LATIN_PLACE =
  /\b(?:China|Beijing|Shanghai|Guangdong|Guangzhou|Shenzhen|Zhuhai|Shaanxi|Xi'an|Shandong|Jiangsu|Zhejiang|Hunan|Hubei|Wuhan|Sichuan|Chengdu|Chongqing|Hainan|Anhui) $/;

const CHINESE =
  /^(?:空间|空間|航天|航太|太空|宇航|卫星|衛星|火箭|动力|動力|科技|技术|技術|网络|網路|通信|信息|应用|應用|产业|產業|制造|製造|发展|發展|集团|集團|控股|国际|國際|股份|（[^（）\n]{1,6}）|\([^()\n]{1,6}\))*(?:股份)?(?:有限(?:责任|責任)?公司|株式会社|株式會社)/;

const PLACE =
  /(?:中国|中國|北京|上海|广东|廣東|广州|廣州|深圳|陕西|陝西|西安|山东|山東|江苏|江蘇|浙江|湖南|湖北|武汉|武漢|四川|成都|重庆|重慶|海南|安徽|台灣|臺灣|台湾)市?$/;

/** The company's span with its legal form, and with the Chinese place before it; the same span when no form follows. */
export function withLegalForm(
  text: string,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  const behind = text.slice(end, end + 60);
  const business = BUSINESS.exec(behind)?.[0].length ?? 0;
  const latin = LATIN.exec(behind.slice(business));
  if (latin !== null) {
    const place = LATIN_PLACE.exec(text.slice(Math.max(0, start - 12), start));
    return { start: start - (place?.[0].length ?? 0), end: end + business + latin[0].length };
  }
  const code = text.charCodeAt(end);
  if (!(code >= 0x3400 && code <= 0x9fff) && code !== 0xff08 && code !== 0x28)
    return { start, end };
  const chinese = CHINESE.exec(text.slice(end, end + 30));
  if (chinese === null) return { start, end };
  const place = PLACE.exec(text.slice(Math.max(0, start - 4), start));
  return { start: start - (place?.[0].length ?? 0), end: end + chinese[0].length };
}
