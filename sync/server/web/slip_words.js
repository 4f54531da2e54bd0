// Pieces of payloads that stand for one byte in a slip's text (core/entry/SLIP.md section 3), in that order.

export const kSlipWords = [
    '{"v":1,"kind":"sign","drive":"', '","feed":"', '","seq":', ',"prev":"', '","wall_ms":', ',"mono_ms":',
    ',"boot":"', '","seen":{"origin":"', '","size":', ',"root":"', '"},"salt":"', '","seen":null,"salt":"',
    '","body":{"session":"', '","person":"', '","roster":"', '","roster":null,"unit":"', '","unit":"', '","text":"',
    '","ink":"', '","form":"ink","identified":"', '","form":"', '","identified":"', '","present":["',
    '"],"reading":"', '","mark":"none","second":null}}', '","mark":"none","second":{"name":"',
    '","mark":"symbolic","second":null}}', '","mark":"symbolic","second":{"name":"', '","number":"', '","post":"',
    '"}}}', '","', 'officer', 'head', 'witness-1', 'witness-2', 'witness-3', 'ink', 'thumb', 'assisted', 'wet',
    'known', 'card', 'roster', 'colleague', 'self', 'joint', '/log',
];
