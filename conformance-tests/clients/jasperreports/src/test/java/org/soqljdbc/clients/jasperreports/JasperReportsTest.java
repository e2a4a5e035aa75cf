package org.soqljdbc.clients.jasperreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperExportManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.soqljdbc.SalesforceConnection;
import org.soqljdbc.clients.ClientOrg;

/** A report of two tables, with a list and a date as parameters, compiled, filled and written as PDF. */
class JasperReportsTest {

    private static final Date FROM = Date.valueOf("2025-06-01");

    private static ClientOrg org;
    private static JasperReport report;

    @BeforeAll
    static void start() throws JRException, IOException {
        System.setProperty("java.awt.headless", "true");
        org = ClientOrg.start();
        try (InputStream design = JasperReportsTest.class.getResourceAsStream("opportunities.jrxml")) {
            report = JasperCompileManager.compileReport(design);
        }
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(org.url(), org.properties());
    }

    private static JasperPrint filled(Connection connection, List<String> industries) throws JRException {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("industries", industries);
        parameters.put("from", FROM);
        return JasperFillManager.fillReport(report, parameters, connection);
    }

    private static String text(JasperPrint print) throws JRException, IOException {
        PdfReader pdf = new PdfReader(JasperExportManager.exportReportToPdf(print));
        try {
            PdfTextExtractor extractor = new PdfTextExtractor(pdf);
            StringBuilder text = new StringBuilder();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                text.append(extractor.getTextFromPage(page)).append('\n');
            }
            return text.toString();
        } finally {
            pdf.close();
        }
    }

    @Test
    void the_pdf_holds_the_rows_and_the_sum_that_the_org_has() throws Exception {
        try (Connection connection = connect()) {
            long count;
            BigDecimal sum;
            try (PreparedStatement check = connection.prepareStatement("SELECT COUNT(*), SUM(Amount) FROM Opportunity"
                    + " WHERE Account.Industry IN ('Energy', 'Banking') AND CloseDate >= ?")) {
                check.setDate(1, FROM);
                try (ResultSet row = check.executeQuery()) {
                    row.next();
                    count = row.getLong(1);
                    sum = row.getBigDecimal(2);
                }
            }
            assertTrue(count > 0, "the report would be empty");

            String text = text(filled(connection, List.of("Energy", "Banking")));
            assertTrue(text.contains("Opportunities by account"), text);
            String total = "Total " + sum.setScale(2, RoundingMode.HALF_UP) + " in " + count + " opportunities";
            assertTrue(text.replaceAll("\\s+", " ").contains(total), total + " in " + text);
            assertEquals(count, text.split("closes ", -1).length - 1, "lines of the report");
            assertTrue(text.contains("Energy"), text);
            assertFalse(text.contains("Apparel"), text);
        }
    }

    @Test
    void a_list_of_one_is_a_list_too() throws Exception {
        try (Connection connection = connect()) {
            String text = text(filled(connection, List.of("Energy")));
            assertTrue(text.contains("Energy"), text);
            assertFalse(text.contains("Banking"), text);
        }
    }

    @Test
    void without_a_list_all_industries_are_reported() throws Exception {
        try (Connection connection = connect()) {
            // $X{IN} with null becomes 0 = 0.
            String text = text(filled(connection, null));
            assertTrue(text.contains("Energy"), text);
            assertTrue(text.contains("Banking"), text);
        }
    }

    @Test
    void a_report_of_few_rows_costs_one_query() throws Exception {
        try (Connection connection = connect()) {
            filled(connection, List.of("Energy"));
            long before = connection.unwrap(SalesforceConnection.class).apiCallsMade();
            filled(connection, List.of("Energy"));
            assertEquals(1, connection.unwrap(SalesforceConnection.class).apiCallsMade() - before);
        }
    }

    @Test
    void the_report_can_be_filled_without_an_org() throws Exception {
        // What the design is worth alone: an error here is none of the driver's.
        assertEquals(
                1,
                JasperFillManager.fillReport(report, new HashMap<>(), new JREmptyDataSource())
                        .getPages()
                        .size());
    }
}
