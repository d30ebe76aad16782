import{a,b}from"./chunk-WE64CFCI.js";import"./chunk-NLXK2MRH.js";export{b as Article,a as amount};
