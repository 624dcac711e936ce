package dev.qingdan.command.stock.architecture;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Breaks its rule on purpose: a decision asks no database. */
public record UndecidedStock(JdbcClient jdbc) {}
