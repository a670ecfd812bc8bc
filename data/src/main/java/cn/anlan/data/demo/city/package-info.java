/** Townships, residents, protected places, buildings, fire venues, emergency forces, city units. */
package cn.anlan.data.demo.city;
