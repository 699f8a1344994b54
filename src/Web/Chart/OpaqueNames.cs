using System.Security.Cryptography;
using System.Text;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Chart;

/// <summary>
/// Stands for names that may not be in an address. The key is this process's own: who reads the address cannot try names
/// out, and the same name stands differently in each chart.
/// </summary>
public sealed class OpaqueNames
{
    private const int Bytes = 6;
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <summary>What stands for a name in the addresses of one chart.</summary>
    public string Of(SessionId session, string name) =>
        Convert.ToHexStringLower(
            HMACSHA256
                .HashData(_key, Encoding.UTF8.GetBytes($"{session.Value}\n{name}"))
                .AsSpan(0, Bytes)
        );
}
