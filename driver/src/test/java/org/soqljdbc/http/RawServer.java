package org.soqljdbc.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server whose every byte the test decides, for faults that a proper server does not make. */
public final class RawServer implements AutoCloseable {

    /** Answers on one accepted connection, whose request head has been read. */
    public interface Answer {
        void to(Socket client, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket listener;
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    public RawServer(Answer answer) throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(() -> accept(answer));
    }

    public String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** First lines of the requests so far. */
    public List<String> requests() {
        return requests;
    }

    /** Waits until the test is over, or the client has gone: then true. */
    public boolean clientLeaves(Socket client) throws IOException {
        return client.getInputStream().read() < 0;
    }

    /** Holds the answer back until the test is over. */
    public void hold() throws InterruptedException {
        closed.await(60, TimeUnit.SECONDS);
    }

    public static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void accept(Answer answer) {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                clients.add(client);
                daemon(() -> serve(client, answer));
            } catch (IOException over) {
                return;
            }
        }
    }

    private void serve(Socket client, Answer answer) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            String first = in.readLine();
            if (first == null) {
                return;
            }
            requests.add(first);
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                continue;
            }
            answer.to(client, client.getOutputStream());
        } catch (IOException gone) {
            return;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
        for (Socket client : clients) {
            client.close();
        }
    }
}
