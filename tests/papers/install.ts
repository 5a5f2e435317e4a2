/** What the judges of files and references need, kept for the next time. */
import { join } from 'node:path';
import { installLocked } from '../support/locked-packages.ts';
import type { PinnedFiles } from '../support/pinned-files.ts';

/** Where packages and pinned files are kept. */
export const KEPT = join(import.meta.dirname, '../../.build/papers');

/** The public styles of GB/T 7714; they may be passed on under CC BY-SA 3.0 only, so they are read where they are and not copied here. */
export const STYLES: PinnedFiles = {
  repository: 'citation-style-language/styles',
  commit: '0819c0e0b7d4a0301ff063521f91818cb697ca5b',
  licence: 'CC BY-SA 3.0',
  files: {
    'china-national-standard-gb-t-7714-2015-numeric.csl': 'd9cd04f94bc21a99dc320d0a2230d5a1fb47e3634c17c5820cf975c40db3c0c7',
    'china-national-standard-gb-t-7714-2025-numeric.csl': '3b5ab6249ce23b57954c9a4a67e0df422d8759b0573cae7e7de2f2ef94895faf',
  },
};

/** The words of the styles in Chinese and English. */
export const LOCALES: PinnedFiles = {
  repository: 'citation-style-language/locales',
  commit: '938c09c164a60b3cfeabe61089f1bf4c3ea6a4ed',
  licence: 'CC BY-SA 3.0',
  files: {
    'locales-zh-CN.xml': '95cebc667f2da8fb5b9864e49941e3f867d59f79feba929bc58e8ed6bfd4d582',
    'locales-en-US.xml': 'ac864c7c21166b4390d82c31792cdc509400727fa0060b43d8aa17e07f9cb079',
  },
};

/** The schemas of ECMA-376 (transitional), as python-docx keeps them; that of the core properties wants others from the network and is left out. */
export const OFFICE_SCHEMAS: PinnedFiles = {
  repository: 'python-openxml/python-docx',
  commit: 'e45454602b53e8e572b179ccf1c91093ec9f4ed7',
  licence: 'MIT; the schemas are of Ecma International',
  files: {
    'ref/xsd/dml-chart.xsd': '41b93bd8857cc68b1e43be2806a872d736a9bdd6566900062d8fdb57d7bbb354',
    'ref/xsd/dml-chartDrawing.xsd': '3fd0586f2637b98bb9886f0e0b67d89e1cc987c2d158cc7deb5f5b9890ced412',
    'ref/xsd/dml-diagram.xsd': '29b254ee0d10414a8504b5a08149c7baec35a60d5ff607d6b3f492aa36815f40',
    'ref/xsd/dml-lockedCanvas.xsd': '5cb76dabd8b97d1e9308a1700b90c20139be4d50792d21a7f09789f5cccd6026',
    'ref/xsd/dml-main.xsd': '0bafadbbb9fcaddc21a5382ab5c5f49bde56804b685ae4a6c70273efc0b710e6',
    'ref/xsd/dml-picture.xsd': '5d389d42befbebd91945d620242347caecd3367f9a3a7cf8d97949507ae1f53c',
    'ref/xsd/dml-spreadsheetDrawing.xsd': 'b4532b6d258832953fbb3ee4c711f4fe25d3faf46a10644b2505f17010d01e88',
    'ref/xsd/dml-wordprocessingDrawing.xsd': 'bdad416b096b61d37b71603b2c949484f9070c830bdaeba93bf35e15c8900614',
    'ref/xsd/opc-xsd/opc-contentTypes.xsd': '5083a39fd5ade6790c291513d5b2a0447087424b04ae02d5f320edce2c5db158',
    'ref/xsd/opc-xsd/opc-relationships.xsd': 'cb4700a1aca6cbaf9c026e17988728f8ecac1b6f9a1c0a70a02e59dee7d85e9f',
    'ref/xsd/pml.xsd': 'dc855cb33bd7b83a0174d086a5bde167c860071d024b6fbbf5338ae613fa7c20',
    'ref/xsd/shared-additionalCharacteristics.xsd': '3c6709101c6aaa82888df5d8795c33f9e857196790eb320d9194e64be2b6bdd8',
    'ref/xsd/shared-bibliography.xsd': '0b364451dc36a48dd6dae0f3b6ada05fd9b71e5208211f8ee5537d7e51a587e2',
    'ref/xsd/shared-commonSimpleTypes.xsd': '8df6a1d927bbefb091a5233bd4e872f7992f62b4065fe1f129caf4fa5da68ad7',
    'ref/xsd/shared-customXmlDataProperties.xsd': '0ef4bb354ff44b923564c4ddbdda5987919d220225129ec94614a618ceafc281',
    'ref/xsd/shared-customXmlSchemaProperties.xsd': '0d103b99a4a8652f8871552a69d42d2a3760ac6a5e3ef02d979c4273257ff6a4',
    'ref/xsd/shared-documentPropertiesCustom.xsd': '9c085407751b9061c1f996f6c39ce58451be22a8d334f09175f0e89e42736285',
    'ref/xsd/shared-documentPropertiesExtended.xsd': 'bc92e36ccd233722d4c5869bec71ddc7b12e2df56059942cce5a39065cc9c368',
    'ref/xsd/shared-documentPropertiesVariantTypes.xsd': '7b5b7413e2c895b1e148e82e292a117d53c7ec65b0696c992edca57b61b4a74b',
    'ref/xsd/shared-math.xsd': '1e1e49c96aa5faab9d72301151044c09556182adc95c00506605ff62b24e4cb8',
    'ref/xsd/shared-relationshipReference.xsd': '12264f3c03d738311cd9237d212f1c07479e70f0cbe1ae725d29b36539aef637',
    'ref/xsd/sml.xsd': '8b7dcfb006a8b08cfb7516e6923c6279044683c2f298516047d135b9f3ca9a1c',
    'ref/xsd/vml-main.xsd': 'f5ee623b08b6a66935e5aced2f5d8ad0fc71bf9e8e833cd490150c0fa94b8763',
    'ref/xsd/vml-officeDrawing.xsd': '585bedc1313b40888dcc544cb74cd939a105ee674f3b1d3aa1cc6d34f70ff155',
    'ref/xsd/vml-presentationDrawing.xsd': '133c9f64a5c5d573b78d0a474122b22506d8eadb5e063f67cdbbb8fa2f161d0e',
    'ref/xsd/vml-spreadsheetDrawing.xsd': '6bdeb169c3717eb01108853bd9fc5a3750fb1fa5b82abbdd854d49855a40f519',
    'ref/xsd/vml-wordprocessingDrawing.xsd': 'cb77ce42bace52f1c4c5123307f82ac063903314a1bd20de7de84f2754a71912',
    'ref/xsd/wml.xsd': '753c5c805deb5c3d448b290ac2fb74d33b0713de6c2acb2570137c38b310bb2c',
  },
};

/** Installs the packages unless they are there as locked. */
export function installPapers(say: (line: string) => void): void {
  installLocked(import.meta.dirname, KEPT, '检查文件和参考文献的程序（citeproc、libxml2-wasm，约 10 MB）', say);
}
