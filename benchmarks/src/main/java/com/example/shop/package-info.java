/**
 * The observed application of the per-call benchmarks. It lives outside the agent's own packages,
 * which the agent leaves alone.
 */
package com.example.shop;
