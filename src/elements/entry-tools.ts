/** The tools of an entry: 比对篮 and 选编. Fetched together by `on-demand.ts`, since they stand side by side. */
import './compare-tray.ts';
import './pack-add.ts';
