import{a,b}from"./chunk-F3NXCSTE.js";import"./chunk-D2BN6ESW.js";export{b as Article,a as amount};
