using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Bridge.Architecture.Tests;

/// <summary>One type that uses a member or a type of another.</summary>
/// <param name="User">Full name of the outermost type that uses.</param>
/// <param name="Used">Full name of the outermost type that is used.</param>
/// <param name="Member">Name of the member, or empty when only the type is named.</param>
internal readonly record struct CodeUse(string User, string Used, string Member)
{
    /// <inheritdoc />
    public override string ToString() => Member.Length == 0 ? $"{User} -> {Used}" : $"{User} -> {Used}.{Member}";

    /// <summary>Everything the types of a module name: base types, signatures, locals and instructions.</summary>
    public static IEnumerable<CodeUse> In(ModuleDefinition module) => module.GetTypes().SelectMany(InType).Distinct();

    private static IEnumerable<CodeUse> InType(TypeDefinition type)
    {
        var user = Outermost(type);
        var named = new List<TypeReference?> { type.BaseType };
        named.AddRange(type.Interfaces.Select(implemented => implemented.InterfaceType));
        named.AddRange(type.Fields.Select(field => field.FieldType));
        foreach (var method in type.Methods)
        {
            named.Add(method.ReturnType);
            named.AddRange(method.Parameters.Select(parameter => parameter.ParameterType));
            named.AddRange(method.HasBody ? method.Body.Variables.Select(variable => variable.VariableType) : []);
        }

        return named.OfType<TypeReference>().SelectMany(Flatten).Select(used => new CodeUse(user, used, string.Empty))
            .Concat(type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Instructions).SelectMany(instruction => InInstruction(user, instruction)));
    }

    private static IEnumerable<CodeUse> InInstruction(string user, Instruction instruction) => instruction.Operand switch
    {
        MethodReference method => Flatten(method.DeclaringType).Select(used => new CodeUse(user, used, method.Name))
            .Concat(Generics(method).SelectMany(Flatten).Select(used => new CodeUse(user, used, string.Empty))),
        FieldReference field => Flatten(field.DeclaringType).Select(used => new CodeUse(user, used, field.Name)),
        TypeReference type => Flatten(type).Select(used => new CodeUse(user, used, string.Empty)),
        _ => [],
    };

    private static IEnumerable<TypeReference> Generics(MethodReference method) =>
        method is GenericInstanceMethod generic ? generic.GenericArguments : [];

    private static IEnumerable<string> Flatten(TypeReference type)
    {
        if (type is GenericParameter)
        {
            return [];
        }

        var arguments = type is GenericInstanceType generic ? generic.GenericArguments.SelectMany(Flatten) : [];
        return arguments.Append(Outermost(type.GetElementType()));
    }

    private static string Outermost(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type.FullName;
    }
}
