/// What a reader with scripts gets beside the page: filters, search and sorting. Without it
/// everything is there and in order.
enum PageScript {
  /// The script; the policy of the document names it by its hash.
  static let text: StaticString = """
    (function(){'use strict';
    var all=function(s,r){return Array.prototype.slice.call((r||document).querySelectorAll(s))};
    var plain=function(t){return t.toLowerCase().normalize('NFKD').replace(/[\\u0300-\\u036f\\u064b-\\u0652\\u0640]/g,'')};
    all('.tools').forEach(function(box){
      box.hidden=false;
      var fields=all('[data-filter]',box),out=box.querySelector('output');
      var part=box.closest('section');
      var items=all('table.filtered>tbody>tr',part),cards=all('.card',part);
      var isTable=items.length>0;
      if(!isTable)items=all('.evidence>li',part);
      var hit=function(el,name,want){
        var has=el.getAttribute('data-'+name);
        if(has===null&&name!=='process'){var c=el.closest('.card');has=c&&c.getAttribute('data-'+name)}
        return has!==null&&has!==undefined&&(name==='process'?has===want:has.split(' ').indexOf(want)>=0)};
      var run=function(){
        var shown=0;
        items.forEach(function(el){
          var ok=fields.every(function(f){
            if(!f.value)return true;
            var name=f.getAttribute('data-filter');
            if(name!=='text')return hit(el,name,f.value);
            var text=el.textContent;
            if(!isTable){var h=el.closest('.card');if(h)text+=h.querySelector('header').textContent}
            return plain(text).indexOf(plain(f.value))>=0});
          el.hidden=!ok;if(ok)shown++});
        cards.forEach(function(c){c.hidden=!all('.evidence>li',c).some(function(l){return !l.hidden})});
        out.textContent=shown+' / '+items.length};
      fields.forEach(function(f){f.addEventListener('input',run)});
      box.querySelector('[data-reset]').addEventListener('click',function(){
        fields.forEach(function(f){f.value=''});run()});
      run()});
    var collator=new Intl.Collator(document.documentElement.lang,{numeric:true});
    all('table.sort').forEach(function(table){
      var body=table.tBodies[0],rows=Array.prototype.slice.call(body.rows);
      if(rows.length<3)return;
      all('thead th',table).forEach(function(th,column){
        if(th.classList.contains('k-b'))return;
        var button=document.createElement('button');
        button.type='button';button.className='sorter';
        while(th.firstChild)button.appendChild(th.firstChild);
        th.appendChild(button);
        button.addEventListener('click',function(){
          var up=th.getAttribute('aria-sort')!=='ascending';
          all('thead th',table).forEach(function(o){o.removeAttribute('aria-sort')});
          th.setAttribute('aria-sort',up?'ascending':'descending');
          var numbers=th.classList.contains('k-n');
          var key=function(row){var c=row.cells[column];if(!c)return '';
            var v=c.getAttribute('data-v');if(v===null)v=c.textContent.trim();
            if(!numbers)return v;
            return v===''||isNaN(v)?-1e99:Number(v)};
          rows.map(function(row,i){return{row:row,key:key(row),i:i}}).sort(function(a,b){
            var order=numbers?a.key-b.key:collator.compare(a.key,b.key);
            return (up?1:-1)*order||a.i-b.i
          }).forEach(function(e){body.appendChild(e.row)})})})});
    var open=function(){var id=decodeURIComponent(location.hash.slice(1));
      var el=id&&document.getElementById(id);
      for(var p=el;p;p=p.parentElement){if(p.tagName==='DETAILS')p.open=true;p.hidden=false}
      if(el)el.scrollIntoView()};
    addEventListener('hashchange',open);if(location.hash)open();
    if(matchMedia('(max-width:1000px)').matches)all('.toc').forEach(function(d){d.open=false});
    addEventListener('beforeprint',function(){all('details').forEach(function(d){
      d.setAttribute('data-was',d.open?'1':'');d.open=true})});
    addEventListener('afterprint',function(){all('details[data-was]').forEach(function(d){
      d.open=d.getAttribute('data-was')==='1';d.removeAttribute('data-was')})});
    })();
    """
}
