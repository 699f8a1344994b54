using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace HeiChartViewer.Web.Hosting;

/// <summary>Keeps the sandbox's keys in memory alone: trying the product leaves nothing on the disk.</summary>
public sealed class ForgetfulKeys : IXmlRepository
{
    private readonly List<XElement> _keys = [];

    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_keys)
            return [.. _keys];
    }

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_keys)
            _keys.Add(element);
    }
}
