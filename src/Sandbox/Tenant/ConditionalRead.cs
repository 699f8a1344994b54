using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace HeiChartViewer.Sandbox.Tenant;

/// <summary>Gives what was read a weak entity tag, and tells a caller who has it that nothing changed (contract 4.6, 8.4).</summary>
internal static class ConditionalRead
{
    private const int TagSize = 16;

    public static Answer Apply(HttpContext http, Answer answer)
    {
        if (answer.Status != StatusCodes.Status200OK || !HttpMethods.IsGet(http.Request.Method))
            return answer;
        var tag = TagOf(answer);
        http.Response.Headers.ETag = tag;
        return IsKnown(http.Request.Headers.IfNoneMatch, tag)
            ? new Answer(StatusCodes.Status304NotModified, answer.ContentType, [])
            : answer;
    }

    private static bool IsKnown(StringValues given, string tag) =>
        given.Count > 0
        && EntityTagHeaderValue.TryParseList([.. given.OfType<string>()], out var known)
        && known.Any(one =>
            one.Equals(EntityTagHeaderValue.Any)
            || one.Compare(new EntityTagHeaderValue(tag[2..], isWeak: true), false)
        );

    private static string TagOf(Answer answer)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in answer.Parts)
            hash.AppendData(part.Span);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return $"W/\"{Convert.ToHexStringLower(digest[..TagSize])}\"";
    }
}
