using System.Buffers.Binary;
using System.Text;

namespace HeiChartViewer.Tests.E2E.Fixtures.Wire;

/// <summary>
/// One change of what a circuit shows, as it travels: its texts, and what can be pressed since. Laid out as the framework's
/// own script reads it: five parts, whose places the last twenty bytes name.
/// </summary>
public sealed class RenderedBatch
{
    private const int FrameLength = 20;
    private const int AttributeFrame = 3;

    /// <summary>Reads one.</summary>
    public RenderedBatch(ReadOnlySpan<byte> bytes)
    {
        var places = bytes[^20..];
        var frames = bytes[Int32(places, 4)..];
        var gone = bytes[Int32(places, 12)..];
        var strings = bytes[Int32(places, 16)..^20];
        var texts = new string[strings.Length / 4];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = Text(bytes[Int32(strings, 4 * i)..]);
        Texts = texts;
        var pressable = new List<long>();
        var closes = false;
        for (var i = 0; i < Int32(frames, 0); i++)
        {
            var frame = frames.Slice(4 + i * FrameLength, FrameLength);
            if (Int32(frame, 0) != AttributeFrame)
            {
                closes = false;
                continue;
            }
            var name = texts[Int32(frame, 4)];
            closes |= name == "data-close-chart";
            if (name == "onclick" && !closes && Int64(frame, 12) is > 0 and var handler)
                pressable.Add(handler);
        }
        Pressable = pressable;
        var handlers = new long[Int32(gone, 0)];
        for (var i = 0; i < handlers.Length; i++)
            handlers[i] = Int64(gone, 4 + 8 * i);
        Gone = handlers;
    }

    /// <summary>Every text in it: elements, attributes, what is read.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>The numbers by which what is new in it is pressed, but for what closes the chart.</summary>
    public IReadOnlyList<long> Pressable { get; }

    /// <summary>The numbers that mean nothing any more.</summary>
    public IReadOnlyList<long> Gone { get; }

    private static string Text(ReadOnlySpan<byte> at)
    {
        var length = 0;
        var i = 0;
        for (var shift = 0; ; shift += 7)
        {
            length |= (at[i] & 0x7f) << shift;
            if (at[i++] < 0x80)
                return Encoding.UTF8.GetString(at.Slice(i, length));
        }
    }

    private static int Int32(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);

    private static long Int64(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);
}
