# The driver of a function problem in Ruby; the signature stands below __END__. docs/function-problems.md has the protocol.
require 'json'
require 'set'

class ListNode
  attr_accessor :val, :next

  def initialize(val = 0, _next = nil)
    @val = val
    @next = _next
  end
end

class TreeNode
  attr_accessor :val, :left, :right

  def initialize(val = 0, left = nil, right = nil)
    @val = val
    @left = left
    @right = right
  end
end

class JudgeDriver
  class Wrong < StandardError; end

  MOST_NODES = 1 << 22

  def initialize(signature)
    @questions = IO.for_fd(3, 'r:UTF-8')
    @answers = IO.for_fd(4, 'w:UTF-8')
    @main, @class_name, @output, @sized = signature.values_at('main', 'class', 'output', 'sized')
    @functions = signature['functions'].to_h { |name, method, parameters, answer| [name, [method.to_sym, parameters.map { |p| reader(p) }, writer(answer)]] }
  end

  def run
    guarded { eval(File.read('solution.rb', encoding: 'UTF-8'), TOPLEVEL_BINDING, 'solution.rb') }
    say('ready')
    object = TOPLEVEL_BINDING.receiver
    while (line = @questions.gets)
      name = @class_name ? line.chomp : @main
      method, readers, writer = @functions[name]
      given = readers.each_with_index.map do |reader, i|
        value = JSON.parse(i == 0 && !@class_name ? line : @questions.gets, max_nesting: false)
        reader ? reader.call(value) : value
      end
      line = nil
      if name == @class_name
        guarded { object = Object.const_get(@class_name).new(*given) }
        say('null')
      else
        result = guarded { object.send(method, *given) }
        say(answer(name, result, given, writer))
      end
    end
  end

  private

  def answer(name, result, given, writer)
    unless @output.nil?
      raise Wrong, "expected the number of elements that count, 0 to #{given[@output].size}, got #{result.inspect[0, 60]}" if @sized && !(result.is_a?(Integer) && (0..given[@output].size).cover?(result))
      result = @sized ? given[@output].first(result) : given[@output]
    end
    JSON.generate(writer.call(result), max_nesting: 0)
  rescue Wrong => e
    "!#{name}: #{e.message}".gsub(/\s+/, ' ')
  end

  # What the user's code raises ends the program, with the lines that are his.
  def guarded
    yield
  rescue Exception => e
    flush
    leave(e.status) if e.is_a?(SystemExit)
    lines = (e.backtrace || []).reject { |l| l.start_with?(__FILE__) }
    e.set_backtrace(lines)
    # Without any, its further lines would quote the driver's.
    STDERR.write(lines.empty? ? "#{e.message.lines.first.to_s.chomp} (#{e.class})\n" : e.full_message(highlight: false, order: :top))
    leave(1)
  end

  def leave(status)
    STDERR.flush
    Process.exit!(status)
  end

  def flush
    [$stdout, STDOUT, $stderr].each do |stream|
      stream.flush
    rescue StandardError
      nil
    end
  end

  def say(line)
    flush
    @answers.write(line, "\n")
    @answers.flush
  end

  def element(type)
    type.end_with?('[]') ? type[0..-3] : type.start_with?('list<') ? type[5..-2] : nil
  end

  # nil where a value is what JSON says it is.
  def reader(type)
    if (of = element(type))
      inner = reader(of)
      return inner && ->(values) { values.map(&inner) }
    end
    case type
    when 'double' then :to_f.to_proc
    when 'ListNode' then method(:read_list)
    when 'TreeNode' then method(:read_tree)
    end
  end

  def writer(type)
    if (of = element(type))
      inner = writer(of)
      return lambda do |values|
        wrong(type, values) unless values.is_a?(Array)
        values.map(&inner)
      end
    end
    case type
    when 'integer', 'long' then ->(v) { v.is_a?(Integer) ? v : wrong(type, v) }
    when 'double' then ->(v) { v.is_a?(Numeric) && v.to_f.finite? ? v.to_f : wrong(type, v) }
    when 'boolean' then ->(v) { v == true || v == false ? v : wrong(type, v) }
    when 'string' then ->(v) { v.is_a?(String) ? text(v) : wrong(type, v) }
    when 'character' then ->(v) { v.is_a?(String) && v.size == 1 ? text(v) : wrong(type, v) }
    when 'ListNode' then method(:write_list)
    when 'TreeNode' then method(:write_tree)
    else ->(_) {}
    end
  end

  def wrong(type, value)
    raise Wrong, "expected #{type}, got #{value.inspect[0, 60]}"
  end

  def text(value)
    value.dup.force_encoding('UTF-8').scrub
  end

  def integer(value)
    value.is_a?(Integer) ? value : wrong('an integer as val', value)
  end

  def read_list(values)
    (values || []).reverse.reduce(nil) { |rest, v| ListNode.new(v, rest) }
  end

  def read_tree(values)
    nodes = (values || []).map { |v| v && TreeNode.new(v) }
    children = nodes.drop(1).each
    nodes.compact.each do |node|
      node.left = children.next
      node.right = children.next
    end
    nodes.first
  rescue StopIteration
    nodes.first
  end

  def write_list(node)
    values = []
    met, steps, limit = node, 0, 1
    until node.nil?
      wrong('ListNode', node) unless node.is_a?(ListNode)
      values << integer(node.val)
      node = node.next
      # Brent: the one met is moved on ever later, until it is met again.
      raise Wrong, 'a list with a cycle' if node && node.equal?(met)
      met, steps, limit = node, 0, 2 * limit if (steps += 1) == limit
    end
    values
  end

  def write_tree(root)
    return [] if root.nil?

    values, nodes = [], [root]
    nodes.each do |node|
      values << (node && integer((node.is_a?(TreeNode) ? node : wrong('TreeNode', node)).val))
      nodes.push(node.left, node.right) if node
      raise Wrong, 'a tree with a cycle' if nodes.size > MOST_NODES
    end
    values.pop while values.last.nil?
    values
  end
end

JudgeDriver.new(JSON.parse(DATA.read)).run
