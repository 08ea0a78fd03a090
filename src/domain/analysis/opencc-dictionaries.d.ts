/** opencc-js ships these tables as strings (`"萬 万|與 与|…"`) but types only its front door, which would load a megabyte of phrases. */
declare module 'opencc-js/dict/TSCharacters' {
  const table: string;
  export default table;
}
declare module 'opencc-js/dict/JPShinjitaiCharacters' {
  const table: string;
  export default table;
}
