using System.Security.Cryptography;

namespace HeiChartViewer.Web.Sessions;

/// <summary>The connection that a circuit runs over. Until the circuit shows something it is one of its address's few.</summary>
public sealed class CircuitConnection(long number, string address, Action abort)
{
    private volatile bool _shows;

    /// <summary>Names it to the circuit, which learns of its connection by its user alone.</summary>
    public string Name { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The how manieth it is.</summary>
    public long Number => number;

    /// <summary>Where it comes from.</summary>
    public string Address => address;

    /// <summary>Whether a chart or a search is shown over it.</summary>
    public bool Shows => _shows;

    /// <summary>A chart or a search is shown over it.</summary>
    public void Keep() => _shows = true;

    /// <summary>Cuts it.</summary>
    public void Abort() => abort();
}
