using System.Buffers.Text;
using System.Security.Cryptography;

namespace HeiChartViewer.Web.Sessions;

/// <summary>The opaque name of a session, safe in a path. Whoever holds it holds the session, so it is never logged.</summary>
public readonly record struct SessionId
{
    private const int Bytes = 32;
    private const int Characters = 43;

    private SessionId(string value) => Value = value;

    /// <summary>The id as it stands in the path.</summary>
    public string Value { get; }

    /// <summary>A new id of 256 random bits.</summary>
    public static SessionId New() =>
        new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>Reads an id out of a path; false for anything that <see cref="New"/> cannot have made.</summary>
    public static bool TryParse(string? text, out SessionId id)
    {
        id = default;
        if (text?.Length != Characters || !Base64Url.IsValid(text))
            return false;
        id = new(text);
        return true;
    }

    /// <summary>A fixed word: the id itself must not reach a log by interpolation.</summary>
    public override string ToString() => "(session)";
}
