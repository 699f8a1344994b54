using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace HeiChartViewer.Tests.Unit;

/// <summary>bUnit asks for another version of AngleSharp.Diffing than the one that restores beside it.</summary>
internal static class BunitAssemblies
{
    [ModuleInitializer]
    internal static void Resolve() =>
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            name.Name == "AngleSharp.Diffing"
                ? context.LoadFromAssemblyPath(
                    Path.Combine(AppContext.BaseDirectory, "AngleSharp.Diffing.dll")
                )
                : null;
}
