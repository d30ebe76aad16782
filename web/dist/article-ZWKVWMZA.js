import{a,b}from"./chunk-AC2EGY5S.js";import"./chunk-74LQ3TI3.js";export{b as Article,a as amount};
