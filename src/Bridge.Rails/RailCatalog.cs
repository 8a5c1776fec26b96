using System.Reflection;
using Bridge.Rails.Abstractions;

namespace Bridge.Rails;

/// <summary>
/// The rails that an installation knows, found by scanning assemblies for <see cref="IRailModule"/>. A new rail is a new
/// folder; nothing is listed by hand. Agencies add private rails from an assembly of their own.
/// </summary>
public sealed class RailCatalog
{
    private readonly SortedDictionary<string, IRailModule> modules;

    private RailCatalog(SortedDictionary<string, IRailModule> modules) => this.modules = modules;

    /// <summary>Modules in id order.</summary>
    public IReadOnlyCollection<IRailModule> Modules => modules.Values;

    /// <summary>The rails that come with Bridge.</summary>
    public static RailCatalog BuiltIn() => FromAssembly(typeof(RailCatalog).Assembly);

    /// <summary>The rails of one assembly.</summary>
    /// <exception cref="InvalidOperationException">Two modules have the same id, or a module cannot be made.</exception>
    public static RailCatalog FromAssembly(Assembly assembly)
    {
        var types = assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IRailModule)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal);
        return Of(types.Select(Make));
    }

    /// <summary>These rails and those of another catalog.</summary>
    /// <exception cref="InvalidOperationException">Both have a module of the same id.</exception>
    public RailCatalog With(RailCatalog other) => Of(Modules.Concat(other.Modules));

    /// <summary>The module of a rail id, or null when no rail has it.</summary>
    public IRailModule? Find(string id) => modules.GetValueOrDefault(id);

    private static IRailModule Make(Type type) =>
        Activator.CreateInstance(type, nonPublic: true) as IRailModule
        ?? throw new InvalidOperationException($"{type.FullName} cannot be made: a rail module needs a constructor without parameters.");

    private static RailCatalog Of(IEnumerable<IRailModule> modules)
    {
        var byId = new SortedDictionary<string, IRailModule>(StringComparer.Ordinal);
        foreach (var module in modules)
        {
            var id = module.Descriptor.Id;
            if (!byId.TryAdd(id, module))
            {
                throw new InvalidOperationException(
                    $"Rail id '{id}' is used by {byId[id].GetType().FullName} and by {module.GetType().FullName}; ids are unique.");
            }
        }

        return new RailCatalog(byId);
    }
}
