package org.soqljdbc.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The least server that can answer the driver: pre-rendered bytes over kept-alive HTTP/1.1 on loopback. */
final class PageServer implements AutoCloseable {

    private static final int ROWS_OF_A_PAGE = 2_000;

    private final ServerSocket listening;
    private final List<byte[]> pages;
    private final boolean gzip;

    PageServer(List<byte[]> pages, boolean gzip) throws IOException {
        this.pages = pages;
        this.gzip = gzip;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "page-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                socket.setTcpNoDelay(true);
                start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
                OutputStream out = socket.getOutputStream()) {
            String request = in.readLine();
            while (request != null) {
                String header = in.readLine();
                while (header != null && !header.isEmpty()) {
                    header = in.readLine();
                }
                answer(request.split(" ")[1], out);
                request = in.readLine();
            }
        } catch (IOException gone) {
            // The client left; nobody waits for an answer.
            return;
        }
    }

    private void answer(String path, OutputStream out) throws IOException {
        if (path.contains("/describe")) {
            send(
                    out,
                    Pages.describe(path.contains("/User/") ? "User" : "Account").getBytes(StandardCharsets.UTF_8),
                    false);
        } else {
            int dash = path.lastIndexOf('-');
            int page = path.contains("/query/0r8") ? Integer.parseInt(path.substring(dash + 1)) / ROWS_OF_A_PAGE : 0;
            send(out, pages.get(page), gzip);
        }
    }

    private static void send(OutputStream out, byte[] body, boolean compressed) throws IOException {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json;charset=UTF-8\r\n"
                + (compressed ? "Content-Encoding: gzip\r\n" : "")
                + "Content-Length: " + body.length + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
