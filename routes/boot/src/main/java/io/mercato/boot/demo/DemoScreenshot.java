package io.mercato.boot.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Draws what an application could look like, out of boxes and bars without a letter: the same for the same name, whatever
 * fonts there are.
 */
final class DemoScreenshot {
    static final int WIDTH = 1024;
    static final int HEIGHT = 640;

    private static final Color PAPER = new Color(0xf5f6f8);
    private static final Color INK = new Color(0xc9ced6);
    private static final Color FAINT = new Color(0xe4e7ec);
    private static final int SIDE = 180;
    private static final int BAR = 56;
    private static final int MARGIN = 32;
    private static final int ROUND = 12;

    private final Graphics2D pen;
    private final Color colour;
    private final Random random;

    private DemoScreenshot(Graphics2D pen, Color colour, Random random) {
        this.pen = pen;
        this.colour = colour;
        this.random = random;
    }

    /** What stands beside the menu. */
    enum View {
        OVERVIEW,
        LIST
    }

    /** @param colour of what is not grey */
    static void draw(String name, View view, Color colour, Path png) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        DemoScreenshot shot = new DemoScreenshot(pen, colour, new Random(name.hashCode()));
        shot.frame();
        if (view == View.OVERVIEW) {
            shot.cards();
            shot.chart();
        } else {
            shot.rows();
        }
        pen.dispose();
        ImageIO.write(image, "png", png.toFile());
    }

    private void frame() {
        box(PAPER, 0, 0, WIDTH, HEIGHT, 0);
        box(colour.darker(), 0, 0, SIDE, HEIGHT, 0);
        box(colour, 0, 0, WIDTH, BAR, 0);
        box(Color.WHITE, WIDTH - BAR, MARGIN / 2, BAR - MARGIN, BAR - MARGIN, BAR);
        for (int item = 0; item < 7; item++) {
            int y = BAR + MARGIN + item * 44;
            box(item == 1 ? Color.WHITE : colour, MARGIN / 2, y, 16, 16, 6);
            box(item == 1 ? Color.WHITE : colour, 44, y + 3, 60 + random.nextInt(60), 10, 8);
        }
    }

    private void cards() {
        int width = (WIDTH - SIDE - 4 * MARGIN) / 3;
        for (int card = 0; card < 3; card++) {
            int x = SIDE + MARGIN + card * (width + MARGIN);
            box(Color.WHITE, x, BAR + MARGIN, width, 120, ROUND);
            box(INK, x + 20, BAR + MARGIN + 24, 90, 10, 8);
            box(colour, x + 20, BAR + MARGIN + 52, 60 + random.nextInt(80), 26, 8);
            box(FAINT, x + 20, BAR + MARGIN + 94, width - 40, 8, 8);
        }
    }

    private void chart() {
        int x = SIDE + MARGIN;
        int y = BAR + 2 * MARGIN + 120;
        int width = WIDTH - SIDE - 2 * MARGIN;
        int height = HEIGHT - y - MARGIN;
        box(Color.WHITE, x, y, width, height, ROUND);
        for (int line = 1; line < 5; line++) {
            box(FAINT, x + 20, y + line * height / 5, width - 40, 1, 0);
        }
        int step = (width - 40) / 16;
        for (int bar = 0; bar < 16; bar++) {
            int tall = height / 6 + random.nextInt(height * 3 / 5);
            box(bar % 5 == 4 ? INK : colour, x + 24 + bar * step, y + height - 20 - tall, step - 12, tall, 6);
        }
    }

    private void rows() {
        int x = SIDE + MARGIN;
        int width = WIDTH - SIDE - 2 * MARGIN;
        box(Color.WHITE, x, BAR + MARGIN, width, HEIGHT - BAR - 2 * MARGIN, ROUND);
        box(INK, x + 20, BAR + MARGIN + 22, 160, 14, 8);
        box(colour, x + width - 140, BAR + MARGIN + 16, 120, 28, ROUND);
        for (int row = 0; row < 9; row++) {
            int y = BAR + MARGIN + 76 + row * 46;
            box(FAINT, x + 20, y - 12, width - 40, 1, 0);
            box(INK, x + 20, y, 22, 22, 22);
            box(INK, x + 60, y + 5, 100 + random.nextInt(140), 12, 8);
            box(FAINT, x + 360, y + 5, 60 + random.nextInt(120), 12, 8);
            box(random.nextInt(3) == 0 ? INK : colour, x + width - 100, y + 2, 72, 18, 18);
        }
    }

    private void box(Color fill, int x, int y, int width, int height, int round) {
        pen.setColor(fill);
        pen.fillRoundRect(x, y, width, height, round, round);
    }
}
