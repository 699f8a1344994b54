using System.Buffers.Binary;
using System.Text;

namespace HeiChartViewer.Tests.E2E.Fixtures.Wire;

/// <summary>As much of MessagePack as a circuit's messages take, and how SignalR puts several on one line.</summary>
public static class BlazorPack
{
    /// <summary>A call of a method of the hub, ready to be sent.</summary>
    /// <param name="id">By which its answer is known; null where none is wanted.</param>
    /// <param name="method">The method.</param>
    /// <param name="arguments">Texts, whole numbers, truths and nothing.</param>
    public static byte[] Call(string? id, string method, params object?[] arguments)
    {
        var message = new List<byte> { (byte)(id is null ? 0x95 : 0x96), 0x01, 0x80 };
        Write(message, id);
        Write(message, method);
        message.Add((byte)(0x90 | arguments.Length));
        foreach (var argument in arguments)
            Write(message, argument);
        if (id is not null)
            message.Add(0x90);
        return Framed(message);
    }

    /// <summary>Says that the client is still there.</summary>
    public static byte[] Ping() => Framed([0x91, 0x06]);

    /// <summary>Takes the first whole message off what has arrived.</summary>
    /// <returns>How long it is with what stands before it; 0 where it has not arrived whole.</returns>
    public static int Next(ReadOnlySpan<byte> arrived, out ReadOnlySpan<byte> message)
    {
        message = default;
        var length = 0;
        for (var i = 0; i < Math.Min(5, arrived.Length); i++)
        {
            length |= (arrived[i] & 0x7f) << (7 * i);
            if (arrived[i] >= 0x80)
                continue;
            if (arrived.Length < i + 1 + length)
                return 0;
            message = arrived.Slice(i + 1, length);
            return i + 1 + length;
        }
        return 0;
    }

    /// <summary>What a message says: arrays, texts, bytes, whole numbers, truths and nothing.</summary>
    public static object?[] Read(ReadOnlySpan<byte> message) => (object?[])Value(ref message)!;

    private static byte[] Framed(List<byte> message)
    {
        var framed = new List<byte>();
        var rest = message.Count;
        for (; rest >= 0x80; rest >>= 7)
            framed.Add((byte)(rest | 0x80));
        framed.Add((byte)rest);
        framed.AddRange(message);
        return [.. framed];
    }

    private static void Write(List<byte> message, object? value)
    {
        switch (value)
        {
            case null:
                message.Add(0xc0);
                break;
            case bool truth:
                message.Add((byte)(truth ? 0xc3 : 0xc2));
                break;
            case long or int:
                message.Add(0xd3);
                message.AddRange(Big(Convert.ToInt64(value, null)));
                break;
            case string text:
                var bytes = Encoding.UTF8.GetBytes(text);
                message.Add(0xdb);
                message.AddRange(Big(bytes.Length)[4..]);
                message.AddRange(bytes);
                break;
            default:
                throw new ArgumentException(value.GetType().Name, nameof(value));
        }
    }

    private static byte[] Big(long number)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return bytes;
    }

    private static object? Value(ref ReadOnlySpan<byte> rest)
    {
        var kind = (int)Number(ref rest, 1);
        return kind switch
        {
            < 0x80 => (long)kind,
            < 0x90 => Map(ref rest, kind & 0x0f),
            < 0xa0 => Array(ref rest, kind & 0x0f),
            < 0xc0 => Text(ref rest, (ulong)(kind & 0x1f)),
            0xc0 => null,
            0xc2 => false,
            0xc3 => true,
            0xc4 or 0xc5 or 0xc6 => Bytes(ref rest, Number(ref rest, 1 << (kind - 0xc4))).ToArray(),
            0xcc or 0xcd or 0xce or 0xcf => (long)Number(ref rest, 1 << (kind - 0xcc)),
            0xd0 => (long)(sbyte)Number(ref rest, 1),
            0xd1 => (long)(short)Number(ref rest, 2),
            0xd2 => (long)(int)Number(ref rest, 4),
            0xd3 => (long)Number(ref rest, 8),
            0xd9 or 0xda or 0xdb => Text(ref rest, Number(ref rest, 1 << (kind - 0xd9))),
            0xdc => Array(ref rest, (int)Number(ref rest, 2)),
            >= 0xe0 => (long)(sbyte)kind,
            _ => throw new FormatException($"MessagePack 0x{kind:x2}"),
        };
    }

    private static object?[] Array(ref ReadOnlySpan<byte> rest, int length)
    {
        var items = new object?[length];
        for (var i = 0; i < length; i++)
            items[i] = Value(ref rest);
        return items;
    }

    private static object?[] Map(ref ReadOnlySpan<byte> rest, int length) =>
        Array(ref rest, 2 * length);

    private static string Text(ref ReadOnlySpan<byte> rest, ulong length) =>
        Encoding.UTF8.GetString(Bytes(ref rest, length));

    private static ReadOnlySpan<byte> Bytes(ref ReadOnlySpan<byte> rest, ulong length)
    {
        var bytes = rest[..(int)length];
        rest = rest[(int)length..];
        return bytes;
    }

    private static ulong Number(ref ReadOnlySpan<byte> rest, int length)
    {
        var number = 0ul;
        foreach (var one in Bytes(ref rest, (ulong)length))
            number = (number << 8) | one;
        return number;
    }
}
