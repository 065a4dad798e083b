/** Demo data: a marketplace with people, products and a simulated cloud, made at the first start. */
package io.mercato.boot.demo;
