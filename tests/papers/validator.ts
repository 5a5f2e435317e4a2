/** Validates parts of Office files against the schemas of ECMA-376 with libxml2. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readPinned } from '../support/pinned-files.ts';
import { KEPT, OFFICE_SCHEMAS } from './install.ts';

/** The faults of a text; none when it is valid. */
export type Validator = (xml: string) => string[];

interface XmlError {
  message: string;
  details?: { message: string; line?: number }[];
}
interface XmlDocument {
  dispose: () => void;
}
interface Libxml {
  XmlDocument: { fromString: (text: string, options?: { url: string }) => XmlDocument };
  XsdValidator: { fromDoc: (schema: XmlDocument) => { validate: (document: XmlDocument) => void } };
  XmlBufferInputProvider: new (files: Record<string, Uint8Array>) => object;
  xmlRegisterInputProvider: (provider: object) => boolean;
}

/** What the schemas take from the namespace of XML itself, which they do not bring. */
const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
const XML_SCHEMA = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="${XML_NAMESPACE}">
  <xsd:attribute name="lang" type="xsd:string"/>
  <xsd:attribute name="space"><xsd:simpleType><xsd:restriction base="xsd:NCName"><xsd:enumeration value="default"/><xsd:enumeration value="preserve"/></xsd:restriction></xsd:simpleType></xsd:attribute>
</xsd:schema>`;

/** A validator for all parts whose namespace has a schema; `namespaces` names these. */
export async function officeValidator(say: (line: string) => void): Promise<{ validate: Validator; namespaces: ReadonlySet<string> }> {
  const schemas = await readPinned(OFFICE_SCHEMAS, KEPT, say);
  const libxml = (await import(pathToFileURL(join(KEPT, 'node_modules/libxml2-wasm/lib/index.mjs')).href)) as Libxml;
  const byName = new Map([...schemas].map(([path, text]) => [path.split('/').at(-1) ?? '', text]));
  const spaces = [...byName].map(([name, text]) => [name, /targetNamespace="([^"]+)"/u.exec(text)?.[1] ?? ''] as const);
  const imports = [['xml.xsd', XML_NAMESPACE] as const, ...spaces].map(
    ([name, namespace]) => `<xsd:import namespace="${namespace}" schemaLocation="${name}"/>`,
  );
  const whole = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xsd:schema>`;
  const bytes = new TextEncoder();
  libxml.xmlRegisterInputProvider(
    new libxml.XmlBufferInputProvider(
      Object.fromEntries([...byName, ['xml.xsd', XML_SCHEMA] as const].map(([name, text]) => [name, bytes.encode(text)])),
    ),
  );
  const validator = libxml.XsdValidator.fromDoc(libxml.XmlDocument.fromString(whole, { url: 'whole.xsd' }));
  const validate: Validator = (xml) => {
    let document: XmlDocument | undefined;
    try {
      document = libxml.XmlDocument.fromString(xml);
      validator.validate(document);
      return [];
    } catch (error) {
      const { message, details } = error as XmlError;
      return details?.map((detail) => detail.message.trim()) ?? [message];
    } finally {
      document?.dispose();
    }
  };
  return { validate, namespaces: new Set(spaces.map(([, namespace]) => namespace)) };
}
