/** `web.config` for IIS, which lies in the folder of the site and goes wherever it is copied: types, headers, the page for what is not there. */
import { ASKED, HEADERS, INDEX_ENDINGS, KEPT, READ_BY_UNITS } from './headers.ts';
import { isText, MEDIA_TYPES, OTHER } from './media-types.ts';

/**
 * The configuration for a site below `base`, as it stands in addresses; IIS compares paths that are decoded, and knows no patterns of them: `indexes`
 * are the folders of the search index that are named after their content, `pagefind/0123456789ab`.
 */
export function iisConfig(base: string, allow: readonly string[] = [], indexes: readonly string[] = []): string {
  const types = [
    ...Object.entries(MEDIA_TYPES).map(([ending, type]) => [ending, isText(type) ? `${type}; charset=utf-8` : type] as const),
    ...INDEX_ENDINGS.map((ending) => [ending, OTHER] as const),
  ];
  const kept = (folder: string) => `  <location path="${folder}">
    <system.webServer>
      <httpProtocol>
        <customHeaders>
          <remove name="Cache-Control" />
          <add name="Cache-Control" value="${KEPT}" />
        </customHeaders>
      </httpProtocol>
    </system.webServer>
  </location>`;
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- 由生成网站的命令写出，随网站一起复制。改设置后请重新生成，不要直接改这个文件。 -->
<configuration>
  <system.webServer>
    <defaultDocument enabled="true">
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <staticContent>
${types.map(([ending, type]) => `      <remove fileExtension=".${ending}" />\n      <mimeMap fileExtension=".${ending}" mimeType="${escapeXml(type)}" />`).join('\n')}
    </staticContent>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
${[...HEADERS, ['Cache-Control', ASKED] as const].map(([name, value]) => `        <remove name="${name}" />\n        <add name="${name}" value="${escapeXml(value)}" />`).join('\n')}
      </customHeaders>
    </httpProtocol>
    <httpErrors errorMode="Custom" existingResponse="Replace">
      <remove statusCode="404" />
      <remove statusCode="403" />
      <error statusCode="404" path="${escapeXml(decodeURI(base))}404.html" responseMode="ExecuteURL" />
      <error statusCode="403" path="${escapeXml(decodeURI(base))}404.html" responseMode="ExecuteURL" />
    </httpErrors>
    <urlCompression doStaticCompression="true" doDynamicCompression="false" />
  </system.webServer>
${['_astro', ...indexes].map(kept).join('\n')}
${allowedLocations(allow)}</configuration>
`;
}

/**
 * Lets pages of other units read the data and the index. IIS by itself sends a header whoever asks: one origin is written so, for more its
 * own CORS module must be installed, which the comment says.
 */
function allowedLocations(allow: readonly string[]): string {
  const [first, ...others] = allow.map((origin) => new URL(origin).origin);
  if (first === undefined) return '';
  const header = `<httpProtocol>
        <customHeaders>
          <remove name="Access-Control-Allow-Origin" />
          <add name="Access-Control-Allow-Origin" value="${escapeXml(first)}" />
        </customHeaders>
      </httpProtocol>`;
  const cors = `<cors enabled="true" failUnlistedOrigins="false">
${[first, ...others].map((origin) => `        <add origin="${escapeXml(origin)}" />`).join('\n')}
      </cors>`;
  const note = others.length > 0 ? '  <!-- 许几个网站来读，要先装好 IIS CORS 模块（IIS CORS Module）。 -->\n' : '';
  return (
    note +
    READ_BY_UNITS.map(
      (folder) => `  <location path="${folder}">
    <system.webServer>
      ${others.length > 0 ? cors : header}
    </system.webServer>
  </location>
`,
    ).join('')
  );
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
