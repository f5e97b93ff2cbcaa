package org.commonground.hostile;

import java.io.InputStream;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import javax.sql.DataSource;

/** What stands in all tables, as one number for each: whether anything is different from before, and where. */
final class Tables {

    /** What changes by being there: sessions, and the engine's count of its own work. */
    private static final List<String> RESTLESS = List.of("spring_session", "act_ru_meter_log");

    private final DataSource database;

    Tables(DataSource database) {
        this.database = database;
    }

    Map<String, String> now() {
        Map<String, String> now = new TreeMap<>();
        try (Connection connection = database.getConnection()) {
            for (String table : names(connection)) {
                now.put(table, sum(connection, table));
            }
        } catch (SQLException exception) {
            throw new IllegalStateException(exception);
        }
        return now;
    }

    private static List<String> names(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), "%",
                new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME");
                if (RESTLESS.stream().noneMatch(name.toLowerCase(Locale.ROOT)::startsWith)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** Rows have no order, so their sums are added. */
    private static String sum(Connection connection, String table) throws SQLException {
        long rows = 0;
        long sum = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from \"" + table + "\"")) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                long hash = 7;
                for (int column = 1; column <= columns; column++) {
                    hash = hash * 1_000_003 + hash(row.getObject(column));
                }
                rows++;
                sum += hash * 0x9E3779B97F4A7C15L;
            }
        }
        return rows + " rows, " + Long.toHexString(sum);
    }

    private static long hash(Object value) throws SQLException {
        if (value instanceof byte[] bytes) {
            return Arrays.hashCode(bytes);
        }
        if (value instanceof Blob blob) {
            try (InputStream bytes = blob.getBinaryStream()) {
                return Arrays.hashCode(bytes.readAllBytes());
            } catch (java.io.IOException exception) {
                throw new IllegalStateException(exception);
            }
        }
        return value == null ? 0 : value instanceof java.sql.Clob clob ? clob.getSubString(1, (int) clob.length()).hashCode()
                : value.toString().hashCode();
    }
}
