/** The life cycle of a hidden danger (隐患): states, allowed steps and what a record must hold. */
package cn.anlan.analytics.hazard;
