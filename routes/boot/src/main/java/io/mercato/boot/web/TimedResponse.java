package io.mercato.boot.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** Says how long the answer took, as late as a header can still be set: when its status or its body begins. */
class TimedResponse extends HttpServletResponseWrapper {
    private final String header;
    private final long begin = System.nanoTime();

    TimedResponse(HttpServletResponse response, String header) {
        super(response);
        this.header = header;
    }

    final void stamp() {
        if (!isCommitted()) {
            setHeader(header, String.valueOf(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)));
        }
    }

    @Override
    public void setStatus(int status) {
        stamp();
        super.setStatus(status);
    }

    @Override
    public void sendError(int status) throws IOException {
        stamp();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        stamp();
        super.sendError(status, message);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        stamp();
        return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        stamp();
        return super.getWriter();
    }

    @Override
    public void flushBuffer() throws IOException {
        stamp();
        super.flushBuffer();
    }
}
